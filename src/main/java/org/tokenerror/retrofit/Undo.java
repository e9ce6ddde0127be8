package org.tokenerror.retrofit;

import java.util.List;
import java.util.Optional;
import org.tokenerror.retrofit.zip.Bytes;

/**
 * Is a packed application without its retrofit, ready to be written.
 *
 * @param version who has retrofitted it
 * @param lines what to tell of its files
 * @param sha256 the digest of the file from before, where one was retrofitted
 * @param content writes it
 */
record Undo(
    String version, List<String> lines, Optional<Bytes> sha256, SafeOutput.Content content) {}
