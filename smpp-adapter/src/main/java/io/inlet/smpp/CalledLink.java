package io.inlet.smpp;

import io.inlet.sms.BindId;
import io.netty.channel.EventLoop;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/** A link for which we call the carrier. Owned by the bind's event loop. */
final class CalledLink implements Link {
    private final BindContext context;
    private final BindId bind;
    private final Route route;
    private final EventLoop loop;
    private final Owner owner;
    private final Connector connector;

    private String host;
    private @Nullable Legs legs;
    private boolean ended;

    /** For which bind, and where to. */
    record Task(BindContext context, BindId bind, Route route) {}

    CalledLink(Task task, EventLoop loop, Owner owner) {
        this.context = task.context;
        this.bind = task.bind;
        this.route = task.route;
        this.loop = loop;
        this.owner = owner;
        this.connector = new Connector(context, loop);
        this.host = route.stop().host().toString();
    }

    @Override
    public void begin() {
        owner.entered(BindState.CONNECTING);
        var _ =
                new Dialer(context.bind())
                        .prepare(route.stop())
                        .thenAcceptAsync(this::dialled, loop);
    }

    private void dialled(Dialing dialing) {
        if (ended) {
            return; // left while it was looked up
        }
        switch (dialing) {
            case Dialing.Ready ready -> connect(ready);
            case Dialing.Failed failed -> end(failed.reason(), failed.detail());
        }
    }

    private void connect(Dialing.Ready ready) {
        InetSocketAddress place = ready.place();
        host = route.stop().host() + " (" + place.getAddress().getHostAddress() + ")";
        route.found(ready.addresses());
        legs =
                new Legs(
                        context,
                        owner,
                        (role, leg) -> connector.connect(ready, call(ready, role), leg));
        legs.begin();
    }

    private Call call(Dialing.Ready ready, int number) {
        return new Call(context.newOrigin(bind), ready.tls(), ready.requests().get(number));
    }

    @Override
    public void leave(EndReason reason) {
        if (legs != null) {
            legs.leave(reason);
        } else if (!ended) {
            end(reason, "");
        }
    }

    private void end(EndReason reason, String detail) {
        ended = true;
        owner.ended(Session.End.ofAttempt(reason, detail));
    }

    @Override
    public String host() {
        return host;
    }
}
