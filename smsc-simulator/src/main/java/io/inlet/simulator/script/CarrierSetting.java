package io.inlet.simulator.script;

import io.inlet.simulator.Redelivery;
import io.inlet.simulator.SmscSettings;

/** Applies the settings of a script. Stateless. */
final class CarrierSetting {
    private CarrierSetting() {}

    static SmscSettings apply(Step.Setting setting, SmscSettings settings) {
        var timers = settings.timers();
        var dialect = settings.dialect();
        return switch (setting) {
            case Step.WindowSetting(int size) -> settings.withWindow(size);
            case Step.BindsSetting(int atMost) -> settings.withBindsAtMost(atMost);
            case Step.BindTypesSetting(var types) ->
                    settings.withDialect(
                            new SmscSettings.Dialect(dialect.interfaceVersion(), types));
            case Step.VersionSetting(var version) ->
                    settings.withDialect(new SmscSettings.Dialect(version, dialect.bindTypes()));
            case Step.ResponseSetting(var time) ->
                    settings.withTimers(new SmscSettings.Timers(time, timers.enquireLink()));
            case Step.EnquireLinkSetting(var every) ->
                    settings.withTimers(new SmscSettings.Timers(timers.response(), every));
            case Step.RedeliverySetting(var after) ->
                    settings.withRedelivery(Redelivery.after(after));
        };
    }
}
