package org.trm.events.keys;

import javax.sql.DataSource;

/** What a wall must notice. */
public class KnowsTheDatabase {
    DataSource database;
}
