package io.tallyport.sandbox.catalogue;

/** EAN-13 article numbers: twelve digits and a check digit (GS1 General Specifications, check digit calculation). */
final class Ean13 {

    private Ean13() {}

    /** The twelve digits with their check digit. */
    static String of(long twelveDigits) {
        String digits = String.format("%012d", twelveDigits);
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (digits.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
        }
        return digits + (10 - sum % 10) % 10;
    }
}
