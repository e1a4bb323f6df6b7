package dev.troupe.demo.launch;

import dev.troupe.demo.database.DatabaseFailed;
import dev.troupe.demo.orders.file.BrokenOrderFileException;
import dev.troupe.demo.orders.play.OrderPlayFailedException;
import dev.troupe.demo.process.ServiceFailed;
import dev.troupe.operator.CommandFailure;
import dev.troupe.operator.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Tells people what went wrong: a sentence if they can put it right, a stack trace only if it is a bug. */
public final class Failures implements IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        PrintWriter people = command.getErr();
        ExitCode exitCode = exitCode(failure);
        if (failure instanceof InterruptedException) {
            people.println("Stopped.");
        } else if (exitCode == ExitCode.UNEXPECTED) {
            people.println("This should not have happened:");
            failure.printStackTrace(people);
        } else if (failure instanceof IOException) {
            people.println("A part of the system does not answer as it should: " + failure);
        } else {
            people.println(failure.getMessage());
        }
        people.flush();
        return exitCode.code();
    }

    private static ExitCode exitCode(Exception failure) {
        return switch (failure) {
            case LaunchFailure expected -> expected.exitCode();
            case CommandFailure expected -> expected.exitCode();
            case DatabaseFailed expected -> ExitCode.DATABASE;
            case ServiceFailed expected -> ExitCode.SERVICE;
            case BrokenOrderFileException expected -> ExitCode.INPUT;
            case IOException expected -> ExitCode.SERVICE;
            case OrderPlayFailedException expected -> ExitCode.FLOWS_NOT_ENDED;
            default -> ExitCode.UNEXPECTED;
        };
    }
}
