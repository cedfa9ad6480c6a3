package org.trm.events.types;

/** Classes of data, each with its own readers and keys. */
public enum DataClass {
    /** Status, clocks, custody chain. */
    A("status, clocks, custody chain"),
    /** Identity and papers. */
    B("identity and papers"),
    /** Contact and location. */
    C("contact and location"),
    /** Account of the exploitation. */
    D("account of the exploitation"),
    /** Health and psychosocial. */
    E("health and psychosocial"),
    /** Residence and asylum. */
    F("residence and asylum"),
    /** Proceedings and testimony. */
    G("proceedings and testimony"),
    /** Alleged perpetrators, and offences of the victim. */
    H("alleged perpetrators, and offences of the victim"),
    /** Risk and family assessment. */
    I("risk and family assessment"),
    /** Consents, disclosures and reads. */
    K("consents, disclosures and reads");

    private final String content;

    DataClass(String content) {
        this.content = content;
    }

    /** What belongs to it, in words. */
    public String content() {
        return content;
    }
}
