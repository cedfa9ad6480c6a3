package org.trm.command.web;

import java.time.Duration;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;

/**
 * Lets a service that is told to stop go on answering for a while, in which it says that it is not ready any more: whoever
 * shares out the requests stops sending them here before they would be refused.
 */
final class Drain implements ApplicationListener<ContextClosedEvent> {
    private final Duration drain;

    Drain(Duration drain) {
        this.drain = drain;
    }

    @Override
    public void onApplicationEvent(ContextClosedEvent closing) {
        if (closing.getApplicationContext().getParent() == null) {
            try {
                Thread.sleep(drain.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
