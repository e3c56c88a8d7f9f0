package io.inlet.app;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The command line: {@code inlet COMMAND}. Exit status 0 for done, 1 for failed, 2 for misuse. */
@Command(
        name = "inlet",
        description = "A receive-only SMS gateway.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        versionProvider = GatewayMain.BuildVersion.class,
        subcommands = {
            DemoCommand.class,
            RunCommand.class,
            CheckCommand.class,
            ReloadCommand.class,
            SimulateCommand.class,
            TenantsCommand.class,
            NumbersCommand.class,
            BindsCommand.class,
            EventsCommand.class,
            MessagesCommand.class,
            CodesCommand.class,
            CodeRulesCommand.class,
            SandboxCommand.class,
            HelpCommand.class
        })
public final class GatewayMain {
    private GatewayMain() {}

    /** Runs a command and ends the process with its status. */
    public static void main(String[] args) {
        JournalStream.choose(System.getenv());
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new GatewayMain())
                .setUsageHelpAutoWidth(true)
                .setExecutionExceptionHandler(new FailureReport());
    }

    /** What {@code --version} prints. */
    static final class BuildVersion implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"inlet " + Version.text()};
        }
    }
}
