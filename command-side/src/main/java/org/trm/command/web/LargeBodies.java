package org.trm.command.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

/** Room for bodies that bring a file: each takes tens of MiB of memory until its request has ended. */
@Component
final class LargeBodies implements HandlerInterceptor {
    static final int AT_ONCE = 4;

    private static final String ROOM = LargeBodies.class.getName();

    private final Semaphore rooms = new Semaphore(AT_ONCE);

    /** @throws Unanswerable when there is no room now */
    void enter(HttpServletRequest request) {
        if (!rooms.tryAcquire()) {
            throw new Unanswerable(Fault.UNAVAILABLE);
        }
        request.setAttribute(ROOM, true);
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, Exception failure) {
        if (request.getAttribute(ROOM) != null) {
            request.removeAttribute(ROOM);
            rooms.release();
        }
    }
}
