package org.trm.query.alarm;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls the operator by HTTP where she has said whom to call, and nobody otherwise. What was not taken is told again at every
 * look until it is; an alarm that was over before it could be told is not told any more.
 */
@Component
class Calls {
    private static final Logger LOG = LoggerFactory.getLogger(Calls.class);
    private static final String SETTING = "trm.alarms.webhook";
    private static final Duration ANSWER = Duration.ofSeconds(5);

    /**
     * All that is told.
     *
     * @param state {@code RAISED} or {@code OVER}
     * @param service the name of the program whose node saw it
     */
    record Call(String alarm, String state, Instant at, String service, String sentence) {}

    private final URI webhook;
    private final String service;
    private final Clock clock;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(ANSWER).build();
    private final Set<Alarm.Code> told = EnumSet.noneOf(Alarm.Code.class);
    private boolean failed;

    Calls(
            @Value("${trm.alarms.webhook:}") String webhook,
            @Value("${spring.application.name:trm}") String service,
            Clock clock) {
        this.webhook = webhook.isBlank() ? null : address(webhook);
        this.service = service;
        this.clock = clock;
    }

    /** It may hold a secret, and is therefore in no message. */
    private static URI address(String webhook) {
        try {
            URI address = new URI(webhook);
            if (address.getHost() != null && Set.of("http", "https").contains(address.getScheme())) {
                return address;
            }
        } catch (java.net.URISyntaxException e) {
            LOG.debug("An address that is none", e);
        }
        throw new InvalidConfigurationPropertyValueException(
                SETTING,
                "…",
                "It must be the address to which alarms are posted, such as https://alarms.example.org/trm.");
    }

    /** Tells what is not as it was told last. */
    synchronized void tell(Set<Alarm.Code> raised) {
        if (webhook == null) {
            return;
        }
        for (Alarm.Code code : Alarm.Code.values()) {
            boolean isRaised = raised.contains(code);
            if (isRaised != told.contains(code) && taken(code, isRaised)) {
                if (isRaised) {
                    told.add(code);
                } else {
                    told.remove(code);
                }
            }
        }
    }

    private boolean taken(Alarm.Code code, boolean isRaised) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Call call = new Call(code.name(), isRaised ? "RAISED" : "OVER", now, service, code.sentence());
        HttpRequest request = HttpRequest.newBuilder(webhook)
                .timeout(ANSWER)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(JsonMapper.shared().writeValueAsBytes(call)))
                .build();
        try {
            int status = http.send(request, BodyHandlers.discarding()).statusCode();
            return status / 100 == 2 ? taken(null) : taken("it answers " + status);
        } catch (IOException e) {
            return taken(e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** @param trouble null when there was none; told once, for it is tried again every few seconds */
    private boolean taken(String trouble) {
        if (trouble != null && !failed) {
            LOG.warn("Nobody could be called by {}; trying again: {}", SETTING, trouble);
        }
        failed = trouble != null;
        return trouble == null;
    }
}
