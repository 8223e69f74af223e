package io.tallyport.http;

import io.javalin.http.Context;
import io.tallyport.core.access.Role;
import io.tallyport.core.job.Job;
import io.tallyport.core.job.JobDesk;
import io.tallyport.core.job.JobErrors;
import io.tallyport.core.job.JobFilter;
import io.tallyport.core.job.JobId;
import io.tallyport.core.job.JobState;
import io.tallyport.runtime.QueueParts;
import io.tallyport.runtime.Tallyport;
import io.tallyport.runtime.view.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The queue, its dead letters, schedules and workers. These belong to no connection, so roles are needed everywhere. */
final class QueueApi {

    private final QueueParts queue;

    QueueApi(Tallyport tallyport) {
        this.queue = tallyport.queue();
    }

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get("/api/v1/queue/stats", this::stats),
                Endpoint.get("/api/v1/queue/jobs", this::jobs),
                Endpoint.get("/api/v1/queue/jobs/{id}", this::job),
                Endpoint.post("/api/v1/queue/jobs/{id}/retry", this::retry),
                Endpoint.post("/api/v1/queue/jobs/{id}/cancel", this::cancel),
                Endpoint.get("/api/v1/queue/dead", this::dead),
                Endpoint.post("/api/v1/queue/dead/{id}/discard", this::discard),
                Endpoint.get("/api/v1/schedules", this::schedules),
                Endpoint.post("/api/v1/schedules/{name}/pause", this::pause),
                Endpoint.post("/api/v1/schedules/{name}/resume", this::resume),
                Endpoint.post("/api/v1/schedules/{name}/run", this::run),
                Endpoint.get("/api/v1/workers", this::workers));
    }

    private static Caller viewer(Context context) {
        Caller caller = Caller.of(context);
        caller.require(Role.VIEWER);
        return caller;
    }

    private static Caller operator(Context context) {
        Caller caller = Caller.of(context);
        caller.require(Role.OPERATOR);
        return caller;
    }

    private void stats(Context context) {
        viewer(context);
        Answers.json(context, QueueViews.QueueView.of(queue.history().statistics()));
    }

    private void jobs(Context context) {
        viewer(context);
        JobFilter filter = Answers.parameter(context, "state")
                .map(word -> JobFilter.in(Answers.constant(JobState.class, "state", word)))
                .orElse(JobFilter.ALL);
        list(context, Answers.parameter(context, "type").map(filter::ofType).orElse(filter));
    }

    private void dead(Context context) {
        viewer(context);
        list(context, JobFilter.in(JobState.DEAD).notAcknowledged());
    }

    private void list(Context context, JobFilter filter) {
        Answers.json(
                context,
                Answers.Part.of(
                        queue.history().list(filter, Answers.cursor(context), Answers.limit(context)),
                        QueueViews.JobView::of));
    }

    private void job(Context context) {
        viewer(context);
        Job job = known(context);
        List<QueueViews.StepView> steps = queue.history().transitions(job.id()).stream()
                .map(QueueViews.StepView::of)
                .toList();
        Answers.json(context, new QueueViews.JobDetails(QueueViews.JobView.of(job), job.payload(), steps));
    }

    private Job known(Context context) {
        JobId id = new JobId(Answers.id(context));
        return queue.history()
                .find(id)
                .orElseThrow(() -> JobErrors.rejected("find job", JobErrors.UNKNOWN_JOB, "there is no job " + id));
    }

    private void retry(Context context) {
        Caller caller = operator(context);
        Job job = known(context);
        if (queue.desk().replay(List.of(job.id()), caller.actor()).isEmpty()) {
            throw wrongState(job);
        }
        queue.signal().fire();
        Answers.json(context, QueueViews.JobView.of(known(context)));
    }

    private void cancel(Context context) {
        Caller caller = operator(context);
        Job job = known(context);
        JobDesk.Cancelled answer =
                queue.desk().cancel(List.of(job.id()), caller.actor()).get(0);
        if (answer == JobDesk.Cancelled.TOO_LATE) {
            throw wrongState(job);
        }
        Answers.json(context, QueueViews.JobView.of(known(context)));
    }

    private void discard(Context context) {
        Caller caller = operator(context);
        Job job = known(context);
        if (queue.desk().discard(List.of(job.id()), caller.actor()) == 0) {
            throw wrongState(job);
        }
        Answers.json(context, QueueViews.JobView.of(known(context)));
    }

    private static RuntimeException wrongState(Job job) {
        return JobErrors.rejected(
                "change job", JobErrors.WRONG_STATE, "job " + job.id() + " is " + Words.of(job.state()));
    }

    private void schedules(Context context) {
        viewer(context);
        Answers.json(
                context,
                Answers.Part.whole(queue.schedules().list().stream()
                        .map(QueueViews.ScheduleView::of)
                        .toList()));
    }

    private void pause(Context context) {
        queue.schedules().pause(context.pathParam("name"), operator(context).actor());
        schedule(context);
    }

    private void resume(Context context) {
        queue.schedules().resume(context.pathParam("name"), operator(context).actor());
        schedule(context);
    }

    private void schedule(Context context) {
        Optional<QueueViews.ScheduleView> view =
                queue.schedules().find(context.pathParam("name")).map(QueueViews.ScheduleView::of);
        Answers.json(context, Answers.found(view, "schedule of that name"));
    }

    private void run(Context context) {
        JobId id = queue.schedules()
                .run(context.pathParam("name"), operator(context).actor())
                .id();
        queue.signal().fire();
        Answers.json(context, Map.of("job", id.value()));
    }

    private void workers(Context context) {
        viewer(context);
        Answers.json(
                context,
                Answers.Part.whole(queue.workers().list().stream()
                        .map(QueueViews.WorkerView::of)
                        .toList()));
    }
}
