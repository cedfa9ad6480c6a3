package org.trm.deploy.play;

import java.io.IOException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Where the play takes place: one case in one service. It lets people act, has the coordinator look at what came of it,
 * and writes that down. Whatever is not as it should be ends the play.
 */
final class Stage {
    private static final String KEY = "Idempotency-Key";

    private final Service service;
    private final Sheet sheet;
    private final Coordinator coordinator;
    private final String referral = UUID.randomUUID().toString();
    private final SortedMap<Long, Coordinator.Sight> past = new TreeMap<>();
    private Act last;
    private String caseId;
    private int steps;

    /** An act as it was sent, and how it was answered. */
    private record Act(Login who, String path, Map<String, ?> body, String key, Answer answer) {}

    Stage(Service service, Sheet sheet) {
        this.service = service;
        this.sheet = sheet;
        this.coordinator = new Coordinator(service);
    }

    String referral() {
        return referral;
    }

    void begins() {
        sheet.heading();
    }

    void chapter(String title) {
        sheet.chapter(title);
    }

    /** Somebody acts, the service agrees, and the coordinator then sees the case in this state. */
    void act(Login who, String act, String path, Map<String, ?> body, String stateAfter)
            throws IOException, InterruptedException {
        String step = "Step %d: %s %s".formatted(++steps, who, act);
        Act sent = send(who, full(path), body, UUID.randomUUID().toString());
        Unexpected.unless(sent.answer().done(), step, "200 or 201", sent.answer());
        Unexpected.unless(sent.answer().version() > version(), step, "a version after " + version(), sent.answer());
        last = sent;
        caseId = sent.answer().body().path("caseId").asString();
        Coordinator.Sight sight = coordinator.look(caseId, version());
        Unexpected.unless(sight.state().equals(stateAfter), step, "the state " + stateAfter, sight);
        past.put(version(), sight);
        sheet.step(steps, who, act, sight.state(), sight.waitingOn());
    }

    /** Somebody tries what the mechanism must refuse, with this status and this code. */
    void refused(Login who, String act, String path, Map<String, ?> body, int status, String code)
            throws IOException, InterruptedException {
        refused(who, act, service.post(who, full(path), body, Map.of()), status, code);
    }

    /** Somebody acts on what stood in the case before the last act. */
    void refusedAsLate(Login who, String act, String path, Map<String, ?> body)
            throws IOException, InterruptedException {
        Map<String, String> before = Map.of("If-Match", '"' + String.valueOf(version() - 1) + '"');
        refused(who, act, service.post(who, full(path), body, before), 412, "VERSION_MISMATCH");
    }

    /** The last act arrives twice, as after a lost answer: it is answered alike, and nothing happens twice. */
    void repeated() throws IOException, InterruptedException {
        Act again = send(last.who(), last.path(), last.body(), last.key());
        String act = "sends the same again with the same key";
        Unexpected.unless(again.answer().equals(last.answer()), last.who() + " " + act, last.answer(), again.answer());
        sheet.confirmed(last.who(), act, "the same answer, nothing recorded twice");
    }

    /** The key of the last act is used for another one. */
    void refusedAsKeyReused(String act, Map<String, ?> body) throws IOException, InterruptedException {
        refused(last.who(), act, send(last.who(), last.path(), body, last.key()).answer(), 422, "KEY_REUSED");
    }

    /** To somebody who may not know of the case there is none. */
    void hidden(Login who, String act) throws IOException, InterruptedException {
        refused(who, act, service.get(who, full("")), 404, "UNKNOWN_CASE");
    }

    /** Somebody asks who she is, and is shown it or not; with the act by which that came to be, and not later. */
    void shown(Login who, String act, String state) throws IOException, InterruptedException {
        Answer answer = service.get(who, full("/person?purpose=TRANSFER"));
        String seen = answer.body()
                .path("fields")
                .valueStream()
                .filter(field -> field.path("field").asString().equals("IDENTITY"))
                .map(field -> field.path("state").asString())
                .findFirst()
                .orElse("nothing");
        Unexpected.unless(seen.equals(state), who + " " + act, state, answer);
        sheet.confirmed(
                who, act, state.equals("KNOWN") ? "it is shown to her, and that it was is recorded" : "it is withheld");
    }

    /** What was recorded is read again, and the coordinator looks back at every step: it must have been as she saw it. */
    void looksBack(String... responsible) throws IOException, InterruptedException {
        Auditor auditor = new Auditor(service, sheet, caseId);
        Map<Long, String> recorded = auditor.timeline(version());
        auditor.custody(version(), responsible);
        for (Map.Entry<Long, Coordinator.Sight> seen : past.entrySet()) {
            String version = seen.getKey().toString();
            agrees(seen.getValue(), version);
            agrees(seen.getValue(), recorded.get(seen.getKey()));
        }
        sheet.note("The coordinator looked back at each of the %d steps, by version and by time: as it was seen then."
                .formatted(past.size()));
    }

    private void agrees(Coordinator.Sight seen, String then) throws IOException, InterruptedException {
        Coordinator.Sight past = coordinator.lookBack(caseId, then);
        Unexpected.unless(past.equals(seen), Login.COORDINATOR + " looks back at " + then, seen, past);
    }

    private void refused(Login who, String act, Answer answer, int status, String code) {
        boolean asExpected = answer.status() == status && answer.code().equals(code);
        Unexpected.unless(asExpected, who + " " + act, status + " " + code, answer);
        sheet.refused(who, act, answer);
    }

    private Act send(Login who, String path, Map<String, ?> body, String key) throws IOException, InterruptedException {
        return new Act(who, path, body, key, service.post(who, path, body, Map.of(KEY, key)));
    }

    private long version() {
        return last == null ? 0 : last.answer().version();
    }

    private String full(String path) {
        return "/api/cases" + (caseId == null ? "" : "/" + caseId + path.replace("{r}", referral));
    }
}
