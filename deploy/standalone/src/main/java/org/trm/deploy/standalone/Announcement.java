package org.trm.deploy.standalone;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.trm.deploy.standalone.demo.DemoLogin;

/** Tells, once everything answers, where it does. */
@Component
class Announcement {
    private static final Logger LOG = LoggerFactory.getLogger(Announcement.class);

    private static final String READY = """
            The Transnational Referral Mechanism is ready.
              front page  {url}/
              API         {url}/api
              try it      {url}/swagger-ui/index.html
              OpenAPI     {url}/v3/api-docs
              data        {data}""";

    private static final String DEMO = """
            DEMO LOGINS ARE ON
              Everyone knows their passwords, which are their names. Never use this with real data.
              %s""";

    /** So that a line fits a terminal. */
    private static final int IN_A_LINE = 5;

    private final Environment settings;

    Announcement(Environment settings) {
        this.settings = settings;
    }

    @EventListener(ApplicationReadyEvent.class)
    void announce() {
        String url = "http://" + settings.getProperty("server.address", "localhost") + ":"
                + settings.getProperty("local.server.port");
        String data =
                Path.of(settings.getProperty("trm.data", "")).toAbsolutePath().toString();
        LOG.info("{}", READY.replace("{url}", url).replace("{data}", data));
        if (settings.getProperty("trm.demo-logins", Boolean.class, false)) {
            LOG.warn("{}", DEMO.formatted(logins()));
        }
    }

    /** A paragraph for each country, and one for those who act for none. */
    private static String logins() {
        return DemoLogin.ALL.stream()
                .collect(groupingBy(
                        login -> String.valueOf(login.country()),
                        LinkedHashMap::new,
                        mapping(DemoLogin::name, toList())))
                .values()
                .stream()
                .map(Announcement::lines)
                .collect(joining("\n  "));
    }

    private static String lines(List<String> names) {
        return IntStream.range(0, names.size())
                .mapToObj(i -> (i == 0 ? "" : i % IN_A_LINE == 0 ? "\n  " : "  ") + names.get(i))
                .collect(joining());
    }
}
