package org.trm.deploy.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.util.ServletRequestPathUtils;

class FrontPageTest {
    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD"})
    void whoeverAsksForThePageOrItsHeadFindsIt(String method) {
        MockHttpServletRequest request = new MockHttpServletRequest(method, "/");
        ServletRequestPathUtils.parseAndCache(request);

        assertThat(new FrontPage().front(false).route(ServerRequest.create(request, List.of())))
                .isPresent();
    }
}
