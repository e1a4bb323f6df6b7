package dev.troupe.bench.store;

/** Listens to a store in a process of its own and prints for each event how many microseconds ago it was sent. */
public final class PropagationProbe {

    private PropagationProbe() {}

    /** Takes the kind of the store; the environment says where it is. Ends when it is told to. */
    public static void main(String[] arguments) throws Exception {
        Kind kind = Kind.valueOf(arguments[0]);
        Contender store = kind.open(Address.from(System.getenv()));
        store.react("probe", false, (event, appending) -> {
            System.out.println(Happened.microsNow() - event.sentMicros());
            System.out.flush();
        });
        Thread.currentThread().join();
    }
}
