package org.trm.deploy.separated.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a container finds out whether the node in it is ready. */
class ReadyTest {

    private static int ready(int port) throws Exception {
        assumeTrue(Programs.has("bash"), "There is no bash here.");
        return Programs.run(Sources.SEPARATED, "bash", "container/ready", String.valueOf(port))
                .code();
    }

    @ParameterizedTest
    @CsvSource({"200, 0", "503, 1", "404, 1"})
    void it_is_ready_when_it_says_so(int status, int code) throws Exception {
        HttpServer node = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        node.createContext("/actuator/health/readiness", exchange -> {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        node.start();
        try {
            assertThat(ready(node.getAddress().getPort())).isEqualTo(code);
        } finally {
            node.stop(0);
        }
    }

    @Test
    void it_is_not_when_nobody_is_there() throws Exception {
        HttpServer gone = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        gone.start();
        int port = gone.getAddress().getPort();
        gone.stop(0);

        assertThat(ready(port)).isEqualTo(1);
    }
}
