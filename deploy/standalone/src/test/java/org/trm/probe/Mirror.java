package org.trm.probe;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.trm.query.access.AccessScope;

/** Says who reads. It stands outside the packages of the service, so that no other test finds it by scanning. */
@RestController
public class Mirror {
    @GetMapping("/api/mirror")
    String who(AccessScope scope) {
        return scope.toString();
    }
}
