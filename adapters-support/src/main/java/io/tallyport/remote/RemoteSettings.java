package io.tallyport.remote;

/** How an adapter speaks HTTP, and how patiently it calls. */
public record RemoteSettings(HttpSettings http, CallSettings calls) {

    public static final RemoteSettings DEFAULT = new RemoteSettings(HttpSettings.DEFAULT, CallSettings.DEFAULT);
}
