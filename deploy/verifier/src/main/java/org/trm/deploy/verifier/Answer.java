package org.trm.deploy.verifier;

/** What a witness says over HTTP. */
record Answer(int status, String type, String body) {

    static Answer text(int status, String body) {
        return new Answer(status, "text/plain; charset=utf-8", body);
    }
}
