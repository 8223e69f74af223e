package io.tallyport.remote;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import feign.Feign;
import feign.Request;
import feign.RequestInterceptor;
import feign.Retryer;
import feign.codec.EncodeException;
import feign.codec.Encoder;
import io.tallyport.core.kernel.ConnectionId;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/**
 * Makes an adapter's Feign interface callable. Every method of it returns {@link Answer} of the wire type, for every
 * status; Feign itself never retries, never follows a redirect, and never throws for a status. Thread-safe.
 */
public final class RemoteApis {

    private final HttpSettings settings;
    private final HttpSender sender;

    public RemoteApis(HttpSettings settings) {
        this.settings = settings;
        this.sender = new HttpSender(settings);
    }

    /**
     * Opens an API; no I/O.
     *
     * @param mapper reads and writes the wire records; {@link WireJson#mapper} is made for it
     * @param headers puts the token and the like on each request
     */
    public <A> A open(Class<A> api, URI baseUrl, ObjectMapper mapper, RequestInterceptor headers) {
        String base = baseUrl.toString();
        return Feign.builder()
                .client(sender)
                .retryer(Retryer.NEVER_RETRY)
                .options(new Request.Options(
                        settings.connectTimeout().toMillis(),
                        TimeUnit.MILLISECONDS,
                        settings.readTimeout().toMillis(),
                        TimeUnit.MILLISECONDS,
                        false))
                .encoder(encoder(mapper))
                .requestInterceptor(template -> template.header("User-Agent", settings.userAgent()))
                .requestInterceptor(headers)
                .responseInterceptor((call, chain) -> Answer.of(call.response(), mapper, wireType(call.returnType())))
                .target(api, base.endsWith("/") ? base.substring(0, base.length() - 1) : base);
    }

    /**
     * Downloads of files that the platform at {@code baseUrl} names in its answers; no I/O.
     *
     * @param codes the adapter's, for a failure that nobody words
     */
    public Downloads downloads(
            ConnectionId connection,
            URI baseUrl,
            Surroundings around,
            AnswerClassifier codes,
            CallSettings patience,
            DownloadSettings limits) {
        FileDoor door = new FileDoor(connection, sender.client(), settings, around, codes, limits);
        return new Downloads(connection, baseUrl, door, around, codes, patience);
    }

    private static Type wireType(Type returned) {
        if (returned instanceof ParameterizedType type && type.getRawType() == Answer.class) {
            return type.getActualTypeArguments()[0];
        }
        throw new IllegalStateException("a remote method returns Answer<...>, not " + returned);
    }

    private static Encoder encoder(ObjectMapper mapper) {
        return (object, type, template) -> {
            if (object instanceof TokenFields fields && fields.body() == OAuthGrant.Body.FORM) {
                template.header("Content-Type", "application/x-www-form-urlencoded");
                template.body(fields.asForm().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
                return;
            }
            Object written = object instanceof TokenFields fields ? fields.fields() : object;
            try {
                template.header("Content-Type", "application/json");
                template.body(mapper.writeValueAsBytes(written), StandardCharsets.UTF_8);
            } catch (JsonProcessingException e) {
                throw new EncodeException("a request could not be written", e);
            }
        };
    }
}
