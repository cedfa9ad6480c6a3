package org.trm.query.person;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.trm.events.privacy.KeyStore;
import org.trm.events.wiring.FileKeyStore;

/** Where the keys are kept: in a folder of this machine, which is also the command side's. */
@Configuration(proxyBeanMethods = false)
class KeysHere {
    /** In one process both sides share the first. */
    @Bean
    @ConditionalOnMissingBean
    KeyStore keyStore(@Value("${trm.keys:}") String folder, @Value("${trm.erased:}") String erased) {
        if (folder.isBlank() || erased.isBlank()) {
            throw new IllegalStateException("Say where the command side keeps its keys: --trm.keys=FOLDER, "
                    + "and where it is noted whose keys were destroyed: --trm.erased=FILE");
        }
        return FileKeyStore.in(Path.of(folder), Path.of(erased));
    }
}
