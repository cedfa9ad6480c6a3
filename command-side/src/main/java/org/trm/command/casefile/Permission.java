package org.trm.command.casefile;

import java.util.Arrays;
import java.util.Optional;
import org.trm.command.casefile.ActedBy.Party;
import org.trm.events.types.Actor;
import org.trm.events.types.ActorKind;
import org.trm.events.types.Relation;

/** Who may act: the country by its relation to the case, then the organisation, then the role. */
final class Permission {
    private final ActedBy by;
    private final CaseCommand command;
    private final CaseState state;
    private final Actor actor;

    private Permission(ActedBy by, CaseCommand command, CaseState state, Actor actor) {
        this.by = by;
        this.command = command;
        this.state = state;
        this.actor = actor;
    }

    static void check(Checks checks, ActedBy by, CaseCommand command, CaseState state, Context context) {
        Actor actor = context.actor();
        if (by.value() == Party.CLOCK) {
            checks.require(actor.kind() == ActorKind.CLOCK, Rule.ONLY_THE_CLOCK)
                    .require(state != null, Rule.UNKNOWN_CASE);
            return;
        }
        Permission permission = new Permission(by, command, state, actor);
        if (by.value() == Party.OPERATOR) {
            permission.checkRole(checks, Arrays.asList(by.roles()).contains(actor.role()));
            checks.require(state != null, Rule.UNKNOWN_CASE);
            return;
        }
        permission.checkRole(checks, actor.country() != null && actor.role() != null);
        if (by.value() != Party.OPENER) {
            permission.checkRelation(checks);
        }
        checks.require(() -> context.directory().authorises(actor), Rule.ORGANISATION_NOT_AUTHORISED);
        permission.checkRole(checks, Arrays.asList(by.roles()).contains(actor.role()));
    }

    private void checkRole(Checks checks, boolean allowed) {
        checks.require(allowed, Rule.ROLE_NOT_ALLOWED, "role", actor.role(), "allowed", by.roles());
    }

    private void checkRelation(Checks checks) {
        checks.require(() -> state != null && relation() != Relation.NONE, Rule.UNKNOWN_CASE)
                .require(this::knowsReferral, Rule.UNKNOWN_REFERRAL);
        switch (by.value()) {
            case HOLDER -> requireRelation(checks, Relation.HOLDER);
            case HOLDER_OR_RECEIVER -> requireRelation(checks, Relation.HOLDER, Relation.ADDRESSED);
            case KEEPER -> requireRelation(checks, Relation.HOLDER, Relation.FORMER_HOLDER);
            case INVOLVED -> {
                // What is of its concern in particular, the act's own rule says.
            }
            case SENDER ->
                checks.require(() -> actor.actsFor(referral().orElseThrow().from()), Rule.NOT_SENDER);
            case RECEIVER ->
                checks.require(() -> actor.actsFor(referral().orElseThrow().to()), Rule.NOT_ADDRESSED);
            case EITHER_SIDE ->
                checks.require(() -> referral().orElseThrow().sideOf(actor).isPresent(), Rule.NOT_ADDRESSED);
            case OPENER, PUBLISHER, OPERATOR, CLOCK ->
                throw new IllegalArgumentException(by.value() + " has no relation to a case");
        }
    }

    private void requireRelation(Checks checks, Relation... allowed) {
        checks.require(() -> Arrays.asList(allowed).contains(relation()), Rule.NOT_HOLDER, "allowed", allowed);
    }

    private Relation relation() {
        return state.relationOf(actor.country());
    }

    private boolean knowsReferral() {
        return !(command instanceof ReferralCommand)
                || by.value() == Party.HOLDER
                || referral()
                        .filter(r -> r.knownTo(actor.country(), relation()))
                        .isPresent();
    }

    private Optional<Referral> referral() {
        return state.referral(((ReferralCommand) command).referralId());
    }
}
