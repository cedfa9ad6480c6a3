package org.trm.query.web;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.IntConsumer;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.trm.query.view.BareValues;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SequenceWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.csv.CsvMapper;

/** Writes a whole list, piece by piece: no connection is held while the client reads. */
@Component
class Export {
    private static final int PIECE = 1_000;

    private final JsonMapper json;
    private final CsvMapper csv = CsvMapper.builder()
            .addModule(new BareValues())
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    Export(JsonMapper json) {
        this.json = json.rebuild().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();
    }

    <T> void write(MediaType as, Listing<T> listing, Cursor from, OutputStream answer, ExportNote note)
            throws IOException {
        note.around(as, answer, out -> write(as, listing, from, out, note::written));
    }

    private <T> void write(MediaType as, Listing<T> listing, Cursor from, OutputStream out, IntConsumer written)
            throws IOException {
        boolean lines = as.equals(MediaType.APPLICATION_NDJSON);
        ObjectWriter writer = lines ? json(listing.type()) : csv(listing.type());
        Cursor after = from;
        try (SequenceWriter writing = writer.writeValues(out)) {
            List<T> piece;
            do {
                piece = listing.lines().after(after, PIECE);
                writing.writeAll(piece);
                writing.flush();
                written.accept(piece.size());
                after = piece.isEmpty() ? after : listing.place().apply(piece.get(piece.size() - 1));
            } while (piece.size() == PIECE);
        }
        if (lines && after != from) {
            out.write('\n');
        }
    }

    /** What stands between two lines; the last one ends in it too, or a client that reads lines would wait for more. */
    private ObjectWriter json(Class<?> type) {
        return json.writerFor(type).withRootValueSeparator("\n");
    }

    private ObjectWriter csv(Class<?> type) {
        return csv.writer(csv.schemaFor(type).withHeader());
    }
}
