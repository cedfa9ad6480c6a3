package org.trm.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.DatagramChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Silence is worth something only when a call would be heard. */
class OverheardTest {
    @TempDir
    private Path folder;

    /** Calls a name or an address that belongs to nobody, in one of the ways that programs have. */
    static final class Caller {
        private Caller() {}

        public static void main(String[] way) throws Exception {
            try {
                call(way[0]);
            } catch (IOException e) {
                System.out.println("nobody answered");
            }
        }

        private static void call(String way) throws Exception {
            URI nobody = URI.create("http://nobody.invalid/");
            switch (way) {
                case "url" -> nobody.toURL().openStream().close();
                case "client" ->
                    HttpClient.newHttpClient()
                            .send(HttpRequest.newBuilder(nobody).build(), BodyHandlers.discarding());
                case "socket" -> {
                    try (Socket socket = new Socket()) {
                        socket.connect(InetSocketAddress.createUnresolved("nobody.invalid", 9), 2_000);
                    }
                }
                case "channel" -> {
                    // Says where datagrams would go; sends none.
                    DatagramChannel.open()
                            .connect(new InetSocketAddress("192.0.2.1", 9))
                            .close();
                }
                default -> System.out.println("said nothing");
            }
        }
    }

    private List<String> calledBy(String way) throws Exception {
        Overheard caller = Overheard.start(folder, Caller.class, Map.of(), way);
        caller.awaitEnd();
        caller.close();
        return caller.called();
    }

    @ParameterizedTest
    @ValueSource(strings = {"url", "client", "socket"})
    void aProgramThatCallsIsHeard(String way) throws Exception {
        assertThat(calledBy(way)).isNotEmpty();
    }

    @Test
    void aProgramThatCallsPastJavaIsHeardByTheOperatingSystem() throws Exception {
        assumeTrue(Overheard.tracing(), "skipped: there is no strace here");
        assertThat(calledBy("channel")).anyMatch(call -> call.contains("192.0.2.1"));
    }

    @Test
    void aProgramThatCallsNobodyIsNotHeard() throws Exception {
        assertThat(calledBy("nobody")).isEmpty();
    }
}
