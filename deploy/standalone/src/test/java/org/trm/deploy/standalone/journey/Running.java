package org.trm.deploy.standalone.journey;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** The mechanism as those who use it see it: an address, and a clock by which it decides. */
interface Running {
    URI url();

    Instant now();

    /** The day in Bulgaria, which is the same in Romania. */
    default LocalDate today() {
        return LocalDate.ofInstant(now(), ZoneId.of("Europe/Sofia"));
    }

    /** Waits until every view has taken in what has been done for her; whoever reads then sees it, as far as she may. */
    default void settle(Her her) {
        for (String view : List.of("", "/referrals", "/timeline", "/custody")) {
            her.holder().auditor.reads(her.address(view + "?atLeastVersion=" + her.version()));
        }
    }
}
