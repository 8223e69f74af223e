package io.tallyport.remote;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** How a connection comes by its access token; the option {@code auth} names it. */
public enum AuthWay {
    /** A token that a person stored and that is used as it is. */
    TOKEN("token", AuthOptions.TOKEN_PURPOSE),
    /** The owner of the account authorized us; the tokens expire, and rotate where there is a refresh token. */
    OAUTH("oauth", AuthOptions.CLIENT_SECRET_PURPOSE),
    /** Client id and secret suffice to fetch a token, as often as one is needed. */
    CLIENT_CREDENTIALS("client-credentials", AuthOptions.CLIENT_SECRET_PURPOSE);

    private final String word;
    private final String secret;

    AuthWay(String word, String secret) {
        this.word = word;
        this.secret = secret;
    }

    /** As it stands in the option. */
    public String word() {
        return word;
    }

    /** The purposes of the secrets that a person must give. */
    public List<String> requiredSecrets() {
        return List.of(secret);
    }

    static AuthWay named(String wanted, Collection<AuthWay> offered) {
        return Arrays.stream(values())
                .filter(way -> way.word.equals(wanted) && offered.contains(way))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("\"" + wanted + "\" is no way to authenticate here; "
                        + "the option " + AuthOptions.AUTH + " is one of: "
                        + Arrays.stream(values())
                                .filter(offered::contains)
                                .map(AuthWay::word)
                                .collect(Collectors.joining(", "))));
    }
}
