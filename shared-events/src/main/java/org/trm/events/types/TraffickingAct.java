package org.trm.events.types;

/** The act of trafficking (Palermo Protocol art. 3 a). */
public enum TraffickingAct {
    RECRUITMENT,
    TRANSPORTATION,
    TRANSFER,
    HARBOURING,
    RECEIPT
}
