package org.trm.command.web;

import org.trm.command.casefile.CaseState;

/** Made only to break the wall around what serves every act, so that it is seen that it is noticed when broken. */
public record LooksIntoTheCase(CaseState state) {}
