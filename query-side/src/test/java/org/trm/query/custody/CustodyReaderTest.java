package org.trm.query.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.trm.query.Scene.focalPoint;
import static org.trm.query.Scene.reader;
import static org.trm.query.sample.Happenings.BG;
import static org.trm.query.sample.Happenings.DE;
import static org.trm.query.sample.Happenings.RO;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.trm.events.CaseEvent;
import org.trm.events.ReferralEvent.ReferralDeclined;
import org.trm.events.types.CountryCode;
import org.trm.events.types.DeclineReason;
import org.trm.events.types.ReferralId;
import org.trm.events.types.Relation;
import org.trm.events.types.Role;
import org.trm.events.types.Side;
import org.trm.query.Scene;
import org.trm.query.access.AccessScope;
import org.trm.query.custody.CustodyChain.Link;
import org.trm.query.custody.CustodyChain.Signed;
import org.trm.query.history.AsOf;
import org.trm.query.reading.When;
import org.trm.query.sample.Happenings;
import org.trm.query.web.QueryProblem;

class CustodyReaderTest {
    private static final ReferralId FIRST = new ReferralId(new UUID(2, 1));
    private static final ReferralId SECOND = new ReferralId(new UUID(2, 2));
    private static final ReferralId THIRD = new ReferralId(new UUID(2, 3));
    private static final CountryCode MD = CountryCode.of("MD");

    private final Scene scene = new Scene(CustodyView.class);
    private final Happenings her = scene.happenings();
    private final CustodyReader reader = new CustodyReader(scene.bean(CustodyView.class), scene.reading());

    @AfterEach
    void end() {
        scene.close();
    }

    @Test
    void theHolderSeesTheWholeChain_eachLinkFollowingTheOneBefore_byTheSignaturesOfBothSides() {
        handedOverTwice();
        CustodyChain chain = read(focalPoint(DE));
        assertThat(chain.until()).isNull();
        assertThat(chain.custodies()).extracting(Link::country).containsExactly(BG, RO, DE);
        assertThat(chain.custodies()).extracting(Link::sinceVersion).containsExactly(1L, 10L, 19L);
        assertThat(chain.custodies()).extracting(Link::untilVersion).containsExactly(10L, 19L, null);
        assertThat(chain.custodies()).extracting(Link::referralId).containsExactly(null, FIRST, SECOND);
        for (int i = 1; i < 3; i++) {
            Link link = chain.custodies().get(i);
            assertThat(link.since()).isEqualTo(chain.custodies().get(i - 1).until());
            assertThat(link.acknowledgements()).extracting(Signed::side).containsExactly(Side.SENDING, Side.RECEIVING);
            assertThat(link.acknowledgements())
                    .extracting(Signed::country)
                    .containsExactly(chain.custodies().get(i - 1).country(), link.country());
        }
        assertThat(read(reader(Role.NATIONAL_COORDINATOR, DE))).isEqualTo(chain);
    }

    @Test
    void aCountryThatHandedOverSeesTheChainUpToThen_andToWhom() {
        handedOverTwice();
        CustodyChain chain = read(focalPoint(BG));
        assertThat(chain.relation()).isEqualTo(Relation.FORMER_HOLDER);
        assertThat(chain.custodies()).extracting(Link::country).containsExactly(BG, RO);
        Link last = chain.custodies().get(1);
        assertThat(last.until()).isNull();
        assertThat(last.acknowledgements()).hasSize(2);
        assertThat(chain.until()).isEqualTo(last.since());
        assertThat(read(focalPoint(RO)).custodies()).extracting(Link::country).containsExactly(BG, RO, DE);
    }

    @Test
    void anAskedCountrySeesWhoWasResponsible_butNotTheReferralsOfOthers() {
        handedOverTwice();
        scene.by(DE, her.drafted(THIRD, DE, MD), her.submitted(THIRD));
        CustodyChain chain = read(focalPoint(MD));
        assertThat(chain.until()).isNull();
        assertThat(chain.custodies()).extracting(Link::country).containsExactly(BG, RO, DE);
        assertThat(chain.custodies()).extracting(Link::referralId).containsOnlyNulls();
        assertThat(chain.custodies())
                .allSatisfy(link -> assertThat(link.acknowledgements()).isEmpty());
    }

    @Test
    void aCountryThatWasAskedOnceSeesNoneOfIt_norOfThePast() {
        scene.by(BG, her.opened(), her.drafted(FIRST, BG, RO), her.submitted(FIRST));
        scene.by(RO, new ReferralDeclined(scene.caseId(), FIRST, DeclineReason.NO_LEGAL_STAY));
        assertThat(read(focalPoint(RO)).custodies()).isEmpty();
        CustodyChain past = reader.of(focalPoint(RO), scene.caseId(), new When(new AsOf.Version(3), null));
        assertThat(past.relation()).isEqualTo(Relation.FORMERLY_ADDRESSED);
        assertThat(past.custodies()).isEmpty();
    }

    @Test
    void whoHasNothingToDoWithTheCaseLearnsNothingOfIt() {
        scene.by(BG, her.opened(), her.drafted(FIRST, BG, RO));
        read(focalPoint(BG));
        assertThatThrownBy(() -> reader.of(focalPoint(RO), scene.caseId(), When.NOW))
                .isInstanceOf(QueryProblem.class)
                .hasMessageContaining("no such case for you");
    }

    @Test
    void oneSignatureMovesNothing() {
        List<CaseEvent> handover = her.handover(FIRST, BG, RO);
        scene.by(BG, her.opened());
        scene.by(BG, handover.subList(0, handover.size() - 2).toArray(CaseEvent[]::new));
        CustodyChain chain = read(focalPoint(BG));
        assertThat(chain.custodies()).singleElement().extracting(Link::country).isEqualTo(BG);
        assertThat(chain.custodies().get(0).acknowledgements()).isEmpty();
    }

    @Test
    void aMomentOfThePastIsToldAsItWas() {
        scene.by(BG, her.opened());
        CustodyChain then = read(focalPoint(BG));
        scene.by(BG, her.handover(FIRST, BG, RO).toArray(CaseEvent[]::new));
        scene.now();
        assertThat(reader.of(focalPoint(BG), scene.caseId(), new When(new AsOf.Version(1), null)))
                .isEqualTo(then);
    }

    private void handedOverTwice() {
        scene.by(BG, her.opened());
        scene.by(BG, her.handover(FIRST, BG, RO).toArray(CaseEvent[]::new));
        scene.by(RO, her.handover(SECOND, RO, DE).toArray(CaseEvent[]::new));
    }

    private CustodyChain read(AccessScope scope) {
        return reader.of(scope, scene.caseId(), scene.now());
    }
}
