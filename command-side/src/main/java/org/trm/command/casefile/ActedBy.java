package org.trm.command.casefile;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.trm.events.types.Role;

/** Who may give a command: data, so that it can be checked in one place and printed as a table. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ActedBy {
    /** What the actor's country must be to the case or to the referral. */
    Party value();

    /** The roles that may act; the clock has none. */
    Role[] roles() default {};

    /** Whether it is accepted on a closed case. */
    boolean onClosedCase() default false;

    /** Sides of a case, a referral or the directory. */
    enum Party {
        /** Any organisation that is authorised in its own country: there is no case yet. */
        OPENER,
        /** The country that is responsible for the case. */
        HOLDER,
        /** The country that is responsible for the case, or one that was and keeps its own record. */
        KEEPER,
        /** Any country that has, or has had, to do with the case. */
        INVOLVED,
        /** The country that sent the referral. */
        SENDER,
        /** The country that the referral is addressed to. */
        RECEIVER,
        /** Either country of the referral, each for its own side. */
        EITHER_SIDE,
        /** The holder, or a country that is being asked or has accepted, for its own side. */
        HOLDER_OR_RECEIVER,
        /** The country that an entry of the directory is about. */
        PUBLISHER,
        /** Whoever runs the mechanism, for whichever country: she looks into no case. */
        OPERATOR,
        /** The mechanism itself, when a time limit passes. */
        CLOCK
    }
}
