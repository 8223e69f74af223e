package io.tallyport.remote;

import java.time.Duration;

/**
 * What a downloaded file of lines may be like.
 *
 * @param stall the longest time without a byte, after which the connection counts as cut
 * @param maxLineBytes the longest line that is read
 * @param maxFileBytes the largest file that is read
 */
public record DownloadSettings(Duration stall, int maxLineBytes, long maxFileBytes) {

    /** Far above what one answer may be: a file passes by line by line, and never stands in memory. */
    public static final DownloadSettings DEFAULT =
            new DownloadSettings(Duration.ofSeconds(60), 1024 * 1024, 16L * 1024 * 1024 * 1024);

    public DownloadSettings {
        if (stall.toMillis() <= 0 || maxLineBytes <= 0 || maxFileBytes <= 0) {
            throw new IllegalArgumentException("the stall time and the limits of a download are positive");
        }
    }
}
