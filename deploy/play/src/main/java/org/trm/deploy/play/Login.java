package org.trm.deploy.play;

/** The demo logins that the play uses: each is a client of the demo issuer, whose secret is its own name. */
enum Login {
    BULGARIA("Bulgaria, focal point", "bg-focal-point"),
    BULGARIAN_AUTHORITY("Bulgaria, competent authority", "bg-authority"),
    ROMANIA("Romania, focal point", "ro-focal-point"),
    GERMANY("Germany, focal point", "de-focal-point"),
    COORDINATOR("Network coordinator", "see-coordinator"),
    AUDITOR("Romania, auditor", "ro-auditor");

    private final String title;
    private final String client;

    Login(String title, String client) {
        this.title = title;
        this.client = client;
    }

    String client() {
        return client;
    }

    @Override
    public String toString() {
        return title;
    }
}
