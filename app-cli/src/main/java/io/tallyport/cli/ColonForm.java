package io.tallyport.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Takes {@code stock:plan} for {@code stock plan}, wherever a command may stand. */
final class ColonForm {

    private final CommandLine root;

    ColonForm(CommandLine root) {
        this.root = root;
    }

    /** The arguments with the first command in its spaced form; values are never touched. */
    String[] rewrite(String... args) {
        List<String> result = new ArrayList<>();
        int at = 0;
        boolean helped = false;
        while (at < args.length) {
            String token = args[at++];
            if (token.startsWith("-")) {
                result.add(token);
                if (takesNext(token) && at < args.length) {
                    result.add(args[at++]);
                }
            } else if (token.equals("help") && !helped) {
                result.add(token);
                helped = true;
            } else {
                result.addAll(split(token));
                break;
            }
        }
        result.addAll(List.of(args).subList(at, args.length));
        return result.toArray(String[]::new);
    }

    private boolean takesNext(String token) {
        OptionSpec option = root.getCommandSpec().findOption(token);
        return option != null && option.arity().min() > 0;
    }

    private List<String> split(String token) {
        int colon = token.indexOf(':');
        boolean grouped = colon > 0 && root.getSubcommands().containsKey(token.substring(0, colon));
        return grouped ? List.of(token.split(":", -1)) : List.of(token);
    }
}
