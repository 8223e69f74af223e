package io.tallyport.remote;

/** Carries a {@link Problem} out of code that reads an answer; {@link RemoteCalls} turns it into a PortException. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    ProblemException(Problem problem) {
        super(problem.message());
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
