package org.trm.command.web;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.apache.catalina.core.StandardHost;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.trm.events.types.CaseId;
import org.trm.events.types.ConsentId;
import org.trm.events.types.DocumentId;
import org.trm.events.types.EmergencyAccessId;
import org.trm.events.types.ReferralId;

/** Puts the parts of the edge in their places in Spring MVC and in Tomcat. */
@Configuration(proxyBeanMethods = false)
class WebEdge implements WebMvcConfigurer {
    private final StrictBody bodies;
    private final ActResolver acts;
    private final LargeBodies largeBodies;

    WebEdge(StrictBody bodies, ActResolver acts, LargeBodies largeBodies) {
        this.bodies = bodies;
        this.acts = acts;
        this.largeBodies = largeBodies;
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(largeBodies);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(bodies);
        resolvers.add(acts);
    }

    @Override
    public void addFormatters(FormatterRegistry formats) {
        formats.addConverter(String.class, CaseId.class, text -> new CaseId(Ids.parse(text)));
        formats.addConverter(String.class, ReferralId.class, text -> new ReferralId(Ids.parse(text)));
        formats.addConverter(String.class, ConsentId.class, text -> new ConsentId(Ids.parse(text)));
        formats.addConverter(String.class, DocumentId.class, text -> new DocumentId(Ids.parse(text)));
        formats.addConverter(String.class, EmergencyAccessId.class, text -> new EmergencyAccessId(Ids.parse(text)));
    }

    /** In one process both sides share the first. */
    @Bean
    @ConditionalOnMissingBean(name = "drain")
    Drain drain(@Value("${trm.drain:PT0S}") Duration drain) {
        return new Drain(drain);
    }

    /** There is no error page, and no address of one: {@link ProblemValve} answers instead. */
    @Bean
    ErrorController noErrorPage() {
        return new ErrorController() {};
    }

    /** Whoever waits to be told whether to send a body ({@code Expect: 100-continue}) is told only when it is read. */
    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> bodiesWhenTheyAreRead() {
        return factory ->
                factory.addConnectorCustomizers(connector -> connector.setProperty("continueResponseTiming", "onRead"));
    }

    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> problemsFromTomcat() {
        return factory -> factory.addContextCustomizers(context -> {
            Arrays.stream(context.findErrorPages()).forEach(context::removeErrorPage);
            ((StandardHost) context.getParent()).setErrorReportValveClass(ProblemValve.class.getName());
        });
    }
}
