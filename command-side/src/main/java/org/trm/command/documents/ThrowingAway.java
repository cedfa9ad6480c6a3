package org.trm.command.documents;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks every hour for documents that no act has kept. */
@Configuration(proxyBeanMethods = false)
class ThrowingAway {
    @Bean
    RecurringTask<Void> throwDocumentsAway(StoredDocuments documents) {
        return Tasks.recurring("throw-documents-away", FixedDelay.of(Duration.ofHours(1)))
                .execute((task, execution) -> documents.throwAway());
    }
}
