package org.trm.deploy.benchmarks;

/**
 * What so many clients did at once, beside what the database alone did with as many connections at about the same time.
 *
 * @param limit null where it was not measured
 */
record Level(String what, Window window, Window limit) {

    double ratio() {
        return window.perSecond() / limit.perSecond();
    }

    double spread() {
        return window.millis(99) / window.millis(50);
    }
}
