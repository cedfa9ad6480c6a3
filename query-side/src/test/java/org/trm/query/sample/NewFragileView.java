package org.trm.query.sample;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The fragile view as a release lays it out that comes later. */
public final class NewFragileView extends FragileView {

    public NewFragileView(JdbcClient jdbc) {
        super(jdbc);
    }

    @Override
    public int layout() {
        return super.layout() + 1;
    }
}
