package org.trm.command.directory;

/**
 * What came of a publication.
 *
 * @param version the number of publications about the country so far, by which the next one can be made conditional
 */
public record DirectoryReceipt(String country, long version) {}
