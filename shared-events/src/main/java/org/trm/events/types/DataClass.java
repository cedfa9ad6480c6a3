package org.trm.events.types;

/** Classes of data, each with its own readers and keys. */
public enum DataClass {
    /** Status, clocks, custody chain. */
    A,
    /** Identity and papers. */
    B,
    /** Contact and location. */
    C,
    /** Account of the exploitation. */
    D,
    /** Health and psychosocial. */
    E,
    /** Residence and asylum. */
    F,
    /** Proceedings and testimony. */
    G,
    /** Alleged perpetrators, and offences of the victim. */
    H,
    /** Risk and family assessment. */
    I,
    /** Consents, disclosures and reads. */
    K
}
