package org.trm.deploy.standalone.sight;

import static org.trm.command.casefile.Countries.BG;
import static org.trm.command.casefile.Countries.DE;
import static org.trm.command.casefile.Countries.RO;
import static org.trm.events.types.ReferralKind.CUSTODY_TRANSFER;

import java.util.Map;
import java.util.function.Supplier;

/** The cases at which one looks, each with its moments. */
final class Tellings {
    static final Map<String, Supplier<Telling>> ALL = Map.of(
            "discarded", Tellings::discarded,
            "declined", Tellings::declined,
            "asked twice", Tellings::askedTwice,
            "forwarded", Tellings::forwarded,
            "beside", Tellings::beside,
            "there and back", Tellings::thereAndBack,
            "not back", Tellings::notBack,
            "handed on", Tellings::handedOn);

    private Tellings() {}

    private static Telling discarded() {
        return new Telling()
                .drafts("out", BG, RO, CUSTODY_TRANSFER)
                .moment("drafted")
                .withdraws("out", BG)
                .moment("discarded");
    }

    private static Telling declined() {
        return new Telling()
                .asks("out", BG, RO)
                .moment("asked")
                .declines("out", RO)
                .moment("declined")
                .findsItUrgent(BG)
                .asks("other", BG, DE)
                .moment("goes on");
    }

    private static Telling askedTwice() {
        return new Telling()
                .asks("out", BG, RO)
                .moment("asked")
                .declines("out", RO)
                .moment("declined")
                .findsItUrgent(BG)
                .asks("other", BG, DE)
                .moment("another asked")
                .declines("other", DE)
                .drafts("again", BG, RO, CUSTODY_TRANSFER)
                .moment("drafted again")
                .submits("again", BG, RO)
                .moment("asked again");
    }

    private static Telling forwarded() {
        return new Telling()
                .asks("out", BG, RO)
                .moment("asked")
                .forwards("out", RO, "on", DE)
                .moment("forwarded")
                .submits("on", BG, DE)
                .moment("proposed asked");
    }

    private static Telling beside() {
        return new Telling()
                .asks("out", BG, RO)
                .asksForInformation("info", BG, DE)
                .moment("both asked")
                .handsOver("out", BG, RO)
                .moment("handed over")
                .answers("info", DE)
                .moment("answered");
    }

    private static Telling thereAndBack() {
        return new Telling()
                .asks("out", BG, RO)
                .moment("asked")
                .handsOver("out", BG, RO)
                .moment("handed over")
                .findsItUrgent(RO)
                .moment("goes on")
                .asks("back", RO, BG)
                .moment("asked back")
                .declines("back", BG)
                .moment("declined back")
                .asks("back again", RO, BG)
                .handsOver("back again", RO, BG)
                .moment("is back")
                .asksForInformation("info", BG, DE)
                .moment("goes on there");
    }

    private static Telling notBack() {
        return new Telling()
                .asks("out", BG, RO)
                .handsOver("out", BG, RO)
                .findsItUrgent(RO)
                .asks("back", RO, BG)
                .moment("asked back")
                .declines("back", BG)
                .moment("declined back")
                .asksForInformation("info", RO, DE)
                .moment("goes on");
    }

    private static Telling handedOn() {
        return new Telling()
                .asks("out", BG, RO)
                .handsOver("out", BG, RO)
                .moment("handed over")
                .asks("on", RO, DE)
                .moment("asked on")
                .handsOver("on", RO, DE)
                .moment("handed on")
                .findsItUrgent(DE)
                .moment("goes on");
    }
}
