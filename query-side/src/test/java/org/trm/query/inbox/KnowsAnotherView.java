package org.trm.query.inbox;

import org.trm.query.casestatus.Stage;

/** Made only to break the wall between two views, so that it is seen that it is noticed when broken. */
public record KnowsAnotherView(Stage stage) {}
