package org.trm.deploy.standalone.views;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.trm.command.casefile.Story;
import org.trm.events.CaseEvent;
import org.trm.events.IntakeEvent.CaseOpened;
import org.trm.events.Recorded;
import org.trm.events.types.CaseId;
import org.trm.events.types.CaseReference;
import org.trm.events.wiring.EventSerializer;

/** The history of the one case of a story, told of another case, so that many can stand beside one another. */
public final class Retold {
    private static final EventSerializer SERIALIZER = new EventSerializer();

    private Retold() {}

    public static List<Recorded<CaseEvent>> of(List<Recorded<CaseEvent>> history, CaseId caseId) {
        return history.stream()
                .map(recorded -> new Recorded<>(
                        of(recorded.event(), caseId), recorded.version(), recorded.at(), recorded.actor()))
                .toList();
    }

    private static CaseEvent of(CaseEvent event, CaseId caseId) {
        SerializedObject<byte[]> stored = SERIALIZER.serialize(event, byte[].class);
        String json =
                new String(stored.getData(), StandardCharsets.UTF_8).replace(Story.CASE.toString(), caseId.toString());
        if (event instanceof CaseOpened opened) {
            CaseReference reference = CaseReference.of(opened.responsible().country(), caseId);
            json = json.replace(opened.reference().value(), reference.value());
        }
        return SERIALIZER.deserialize(
                new SimpleSerializedObject<>(json.getBytes(StandardCharsets.UTF_8), byte[].class, stored.getType()));
    }
}
