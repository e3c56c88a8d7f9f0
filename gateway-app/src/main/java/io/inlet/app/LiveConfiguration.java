package io.inlet.app;

import io.inlet.config.BindReload;
import io.inlet.config.Outcome;
import io.inlet.config.Reload;
import io.inlet.config.Settings;
import io.inlet.config.SettingsFile;
import io.inlet.http.Configuration;
import io.inlet.http.ReloadReport;
import io.inlet.id.EnumName;
import io.inlet.intake.StoreUnavailableException;
import io.inlet.persistence.SlotOutcome;
import io.inlet.smpp.AppliedChange;
import io.inlet.smpp.BindChange;
import io.inlet.smpp.CarrierSettings;
import io.inlet.smpp.Carriers;
import io.inlet.smpp.ControlOutcome;
import io.inlet.sms.BindName;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * The configuration of a gateway that runs: reads its files again, and applies what can change
 * while it runs, whole or not at all. Any thread; one reload at a time.
 */
final class LiveConfiguration implements Configuration {
    private static final Logger log = LoggerFactory.getLogger(LiveConfiguration.class);

    private static final String UNTOUCHED = EnumName.of(BindChange.Kind.UNTOUCHED);

    private final Path file;
    private final Logging logging;
    private final BindRegistry registry;
    private final Carriers carriers;
    private final SandboxBind sandbox;
    private Settings running;

    LiveConfiguration(
            Launch launch, BindRegistry registry, Carriers carriers, SandboxBind sandbox) {
        this.file = launch.file();
        this.logging = launch.logging();
        this.registry = registry;
        this.carriers = carriers;
        this.sandbox = sandbox;
        this.running = launch.settings();
    }

    @Override
    public synchronized ReloadReport plan() {
        return read(this::report);
    }

    @Override
    public synchronized ReloadReport reload() {
        ReloadReport report = read(this::apply);
        tell(report);
        return report;
    }

    /** Reads the files; what cannot be applied is refused, and a plan is left to the caller. */
    private ReloadReport read(Function<Reload.Plan, ReloadReport> planned) {
        return switch (SettingsFile.read(file)) {
            case Outcome.Rejected(var problems) ->
                    refused(problems.stream().map(Object::toString).toList());
            case Outcome.Accepted(Settings found) ->
                    switch (Reload.of(running, found)) {
                        case Reload.Refused(String problem) -> refused(List.of(problem));
                        case Reload.Plan plan -> planned.apply(plan);
                    };
        };
    }

    // What can be refused comes first: the slots of new binds.
    private ReloadReport apply(Reload.Plan plan) {
        List<CarrierSettings> wanted = sandbox.beside(plan.effective().carriers());
        try {
            if (registry.admit(wanted) instanceof SlotOutcome.Missing missing) {
                return refused(List.of(missing.advice()));
            }
        } catch (StoreUnavailableException e) {
            return refused(List.of(String.valueOf(e.getMessage())));
        }
        running = plan.effective();
        logging.apply(running.log());
        changeBinds(wanted);
        return report(plan);
    }

    // A slot is free when its session has ended, and not before.
    private void changeBinds(List<CarrierSettings> wanted) {
        for (AppliedChange applied : carriers.apply(wanted)) {
            if (applied.change().kind() == BindChange.Kind.REMOVED) {
                BindName name = applied.change().name();
                var _ =
                        applied.outcome()
                                .thenAccept(outcome -> {
                                    if (outcome instanceof ControlOutcome.Done) {
                                        Thread.ofVirtual().start(() -> registry.release(name));
                                    }
                                });
            }
        }
    }

    private void tell(ReloadReport report) {
        if (!report.problems().isEmpty()) {
            log.warn("reload refused, nothing has changed: {}", report.problems());
            return;
        }
        for (ReloadReport.Bind bind : report.binds()) {
            log.atLevel(bind.change().equals(UNTOUCHED) ? Level.DEBUG : Level.INFO)
                    .log(
                            "reloaded: carrier={} bind={} {} {}",
                            bind.carrier(),
                            bind.name(),
                            bind.change(),
                            bind.settings());
        }
        if (!report.needRestart().isEmpty()) {
            log.warn("changed, and waiting for a restart: {}", report.needRestart());
        }
    }

    private ReloadReport refused(List<String> problems) {
        return ReloadReport.refused(file.toString(), problems);
    }

    private ReloadReport report(Reload.Plan plan) {
        return new ReloadReport(
                file.toString(),
                List.of(),
                plan.binds().stream().map(LiveConfiguration::shown).toList(),
                plan.changesLog(),
                plan.needRestart());
    }

    private static ReloadReport.Bind shown(BindReload bind) {
        BindName name = bind.change().name();
        return new ReloadReport.Bind(
                name.carrier(), name.bind(), EnumName.of(bind.change().kind()), bind.settings());
    }
}
