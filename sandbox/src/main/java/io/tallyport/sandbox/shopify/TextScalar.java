package io.tallyport.sandbox.shopify;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.GraphQLScalarType;
import java.util.List;
import java.util.Locale;

/** Scalars that travel as strings: moments, decimals, large numbers. */
final class TextScalar implements Coercing<String, String> {

    static List<GraphQLScalarType> all() {
        return List.of(scalar("DateTime"), scalar("Money"), scalar("UnsignedInt64"), scalar("URL"), scalar("HTML"));
    }

    private static GraphQLScalarType scalar(String name) {
        return GraphQLScalarType.newScalar()
                .name(name)
                .coercing(new TextScalar())
                .build();
    }

    @Override
    public String serialize(Object result, GraphQLContext context, Locale locale) {
        return result.toString();
    }

    @Override
    public String parseValue(Object input, GraphQLContext context, Locale locale) {
        return input.toString();
    }

    @Override
    public String parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
        if (input instanceof StringValue text && text.getValue() != null) {
            return text.getValue();
        }
        throw new CoercingParseLiteralException("Expected a string");
    }
}
