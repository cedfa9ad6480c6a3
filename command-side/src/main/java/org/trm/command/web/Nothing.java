package org.trm.command.web;

/** The body of an act that needs no more than its address: no body at all, or an empty object. */
public record Nothing() {}
