package org.trm.deploy.benchmarks;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.HdrHistogram.Histogram;

/** The order in which things are measured: what needs few events first, and last what needs the mechanism restarted. */
final class Course {
    private static final int MANY = 32;
    private static final int SOME = 8;
    private static final int LEAST_CASES = 2_000;
    private static final int CASES_IN_THE_INBOX = 3_000;

    private final Options options;
    private final PrintStream out;
    private final Report report = new Report();
    private Story toGermany;
    private List<String> longCases;

    Course(Options options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    void run() throws Exception {
        try {
            measure();
        } finally {
            report.print(out);
            report.write(options.out(), options);
            out.printf("%nWritten to %s%n", options.out().normalize());
        }
    }

    private void measure() throws Exception {
        if (options.startsIt()) {
            Path data = Mechanism.emptyFolder();
            say("In " + data.getParent() + ", which stays if this fails");
            startedThrice(data);
            Folders.delete(data.getParent());
        } else {
            Mechanism mechanism = Mechanism.at(options.url(), options.pid(), options.data());
            underLoad(mechanism);
            filled(mechanism);
        }
    }

    private void startedThrice(Path data) throws Exception {
        say("Starting");
        try (Mechanism mechanism = Mechanism.started(options.mechanism(), data)) {
            underLoad(mechanism);
            filled(mechanism);
        }
        say("Starting again");
        try (Mechanism mechanism = Mechanism.started(options.mechanism(), data)) {
            cold(mechanism);
        }
        say("Starting without event processors");
        try (Mechanism mechanism = Mechanism.started(options.mechanism(), data, "--trm.processors=false")) {
            undisturbed(mechanism);
        }
    }

    private void underLoad(Mechanism mechanism) throws Exception {
        Requests requests = new Requests(mechanism.base());
        ClosedLoop loop = new ClosedLoop(mechanism.processors());
        Limits limits = new Limits(mechanism.database());
        warmUp(loop, requests, options.warmUp());
        limits.makeTwin();
        for (int clients : options.clients()) {
            levels(clients, loop, requests, limits);
        }
        limits.dropTwin();
        say("How soon an act is seen");
        seen(loop, requests);
        say("What sealing costs");
        sealing(requests);
        say("Taking " + options.longCases() + " cases to their 500th event");
        Ages ages = new Ages(requests);
        longCases = ages.longCases(options.longCases());
        new Views(requests, mechanism.processors()).awaitRest();
        Ages.Compared compared = ages.compare(longCases);
        report.add(Finding.plain("act, 10th event of a case", millis(compared.tenth(), 50), "ms"));
        report.add(Finding.plain("act, 500th event of a case", millis(compared.fiveHundredth(), 50), "ms"));
        report.add(Finding.atMost("500th to 10th event", compared.ratio(), "", 1.1));
        new Views(requests, mechanism.processors()).awaitRest();
        ages.asOf(longCases);
        report.add(Finding.below("a case of 500 events as of before, p95", millis(ages.asOf(longCases), 95), "ms", 50));
    }

    private void warmUp(ClosedLoop loop, Requests requests, Duration howLong) throws Exception {
        say("Warming up for " + howLong.toSeconds() + " s");
        Duration third = howLong.dividedBy(3);
        loop.run(SOME, third, requests.open());
        while (requests.opened().size() < LEAST_CASES) {
            loop.run(SOME, Duration.ofSeconds(1), requests.open());
        }
        List<String> cases = requests.opened();
        loop.run(SOME, third, requests.actWithKey(cases, SOME));
        loop.run(SOME, third, requests.read(cases, SOME));
    }

    private void levels(int clients, ClosedLoop loop, Requests requests, Limits limits) throws Exception {
        say(clients == 1 ? "1 client" : clients + " clients");
        Duration window = options.window();
        Duration half = window.dividedBy(2);
        List<String> cases = requests.opened();
        Window limit = loop.run(clients, half, limits.insert(true));
        report.add(new Level("open a case", loop.run(clients, window, requests.open()), limit));
        limit = loop.run(clients, half, limits.insert(false));
        Level act = new Level("act on a case", loop.run(clients, window, requests.act(cases, clients)), limit);
        report.add(act);
        Window withKey = loop.run(clients, window, requests.actWithKey(cases, clients));
        report.add(new Level("act with a key", withKey, limit));
        limit = loop.run(clients, half, limits.readRow(cases));
        report.add(new Level("read a case", loop.run(clients, window, requests.read(cases, clients)), limit));
        if (clients == MANY) {
            report.add(Finding.atLeast("acts to inserts, 32 clients", act.ratio(), "", 0.30));
            report.add(Finding.below("p99 to median of an act, 32 clients", act.spread(), "", 10));
        }
    }

    private void seen(ClosedLoop loop, Requests requests) throws Exception {
        Sight sight = new Sight(loop, requests);
        for (int clients : List.of(1, SOME)) {
            Histogram nanos = sight.of(requests.opened(), clients, options.window());
            String what = "act to visible row, p95, clients: " + clients;
            report.add(Finding.below(what, millis(nanos, 95), "ms", 50));
        }
    }

    private void sealing(Requests requests) throws Exception {
        Sealing.Cost cost = new Sealing(requests, options.window()).measure(requests.opened());
        double sealed = millis(cost.sealed(), 50);
        double plain = millis(cost.plain(), 50);
        double above = millis(cost.opened(), 50) - millis(cost.empty(), 50);
        report.add(Finding.plain("act that seals nothing", plain, "ms"));
        report.add(Finding.plain("act that seals", sealed, "ms"));
        report.add(Finding.plain("act that seals and is compared", millis(cost.compared(), 50), "ms"));
        report.add(Finding.atMost("act that seals to one that does not", sealed / plain, "", 1.15));
        report.add(Finding.below("act that makes a key", millis(cost.first(), 50), "ms", 15));
        report.add(Finding.below("opening " + cost.values() + " sealed values, above opening none", above, "ms", 5));
    }

    /** Everything that reads many events. */
    private void filled(Mechanism mechanism) throws Exception {
        Requests requests = new Requests(mechanism.base());
        Views views = new Views(requests, mechanism.processors());
        say("Copying cases into the event table, past the mechanism and under new ids, until it has "
                + options.events());
        toGermany = Story.told(requests, "DE", "DE-KOK");
        Story toRomania = Story.told(requests, "RO", "RO-ANITP");
        Copies copies = new Copies(mechanism.database(), mechanism.codes());
        long begun = System.nanoTime();
        long added = copies.of(toGermany, CASES_IN_THE_INBOX);
        long eventsOfACase = added / CASES_IN_THE_INBOX;
        added += copies.of(toRomania, (int) Math.max(0, (options.events() - added) / eventsOfACase + 1));
        views.awaitRest();
        double seconds = (System.nanoTime() - begun) / 1e9;
        report.add(
                Finding.plain("events copied, sealed and taken in by all views as they came", added / seconds, "/s"));
        report.add(Finding.plain("code of an event", copies.microsOfACode(), "us"));
        log(requests, mechanism);
        inbox(requests);
        made(views, mechanism);
    }

    private void log(Requests requests, Mechanism mechanism) throws Exception {
        say("What it takes to check the log");
        SealedLog log = new SealedLog(requests);
        log.awaitAll(mechanism.database());
        report.add(Finding.plain("a million events hashed, on one core", SealedLog.secondsOfAMillionHashed(), "s"));
        log.secondsOfAMillionCompared();
        report.add(Finding.below(
                "a million events compared with the log, at this rate", log.secondsOfAMillionCompared(), "s", 30));
        log.receipts();
        report.add(Finding.below("receipt of an event, p95", millis(log.receipts(), 95), "ms", 5));
    }

    private void inbox(Requests requests) throws Exception {
        say("A country's inbox as of an earlier moment");
        PastInbox inbox = PastInbox.of(requests, "de-focal-point", toGermany.asked());
        String what = "inbox as of an earlier moment, cases: " + inbox.cases();
        report.add(Finding.below(what, inbox.seconds(), "s", 2));
    }

    /** Twice: the first time the compiler has to learn it, and the raw read is the better of two as well. */
    private void made(Views views, Mechanism mechanism) throws Exception {
        RawRead raw = RawRead.of(mechanism.database(), mechanism.processors());
        report.add(Finding.plain("events read raw, of " + raw.events(), raw.perSecond(), "/s"));
        report.add(Finding.plain("events read raw, CPU of an event", raw.cpuMicros(), "us"));
        for (String view : views.names()) {
            say("Making the view " + view + " anew");
            Views.Made first = views.make(view);
            report.add(Finding.plain("view " + view + " made anew, the first time", first.perSecond(), "/s"));
        }
        for (String view : views.names()) {
            say("Making the view " + view + " anew, once more");
            Views.Made made = views.make(view);
            report.add(Finding.plain("view " + view + " made anew, of " + made.events(), made.perSecond(), "/s"));
            report.add(Finding.plain("view " + view + ", until it is read", made.seconds(), "s"));
            report.add(Finding.plain("view " + view + ", CPU of an event", made.cpuMicros(), "us"));
            report.add(Finding.atLeast("view " + view + " to raw read", made.perSecond() / raw.perSecond(), "", 0.30));
        }
    }

    private void cold(Mechanism mechanism) throws Exception {
        Requests requests = new Requests(mechanism.base());
        ClosedLoop loop = new ClosedLoop(mechanism.processors());
        Ages ages = new Ages(requests);
        Histogram very = ages.first(longCases.subList(0, 1));
        report.add(Finding.plain("the very first act after a start, on a case of 500 events", millis(very, 50), "ms"));
        warmUp(loop, requests, options.warmUp().dividedBy(2));
        Histogram first = ages.first(longCases.subList(1, longCases.size()));
        report.add(Finding.below("first act on a case of 500 events after a restart", millis(first, 50), "ms", 25));
        report.add(Finding.plain("slowest of them", first.getMaxValue() / 1e6, "ms"));
    }

    private void undisturbed(Mechanism mechanism) throws Exception {
        Requests requests = new Requests(mechanism.base());
        ClosedLoop loop = new ClosedLoop(mechanism.processors());
        Limits limits = new Limits(mechanism.database());
        loop.run(SOME, options.warmUp().dividedBy(4), requests.open());
        List<String> cases = requests.opened();
        loop.run(SOME, options.warmUp().dividedBy(4), requests.actWithKey(cases, SOME));
        limits.makeTwin();
        Window limit = loop.run(MANY, options.window().dividedBy(2), limits.insert(false));
        limits.dropTwin();
        Window act = loop.run(MANY, options.window(), requests.act(cases, MANY));
        report.add(new Level("act, no processors", act, limit));
        Window withKey = loop.run(MANY, options.window(), requests.actWithKey(cases, MANY));
        report.add(new Level("act with a key, no processors", withKey, limit));
    }

    private static double millis(Histogram nanos, double percentile) {
        return nanos.getValueAtPercentile(percentile) / 1e6;
    }

    private void say(String what) {
        out.println(what + " …");
    }
}
