package io.inlet.smpp;

import io.inlet.sms.BindId;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A link for which the carrier calls us: listens until one that knows the password has said
 * outbind, and binds on its connection. All others are turned away, also while that session stands.
 * Owned by the bind's event loop, on which its connections are too.
 */
final class OutbindLink implements Link, Link.Owner, OutbindGuest.Host {
    private static final int MOST_GUESTS = 8;

    private final BindContext context;
    private final BindId bind;
    private final OutbindSettings outbind;
    private final EventLoop loop;
    private final Owner owner;
    private final Set<OutbindGuest> guests = new HashSet<>();

    private @Nullable Channel listener;
    private @Nullable Legs legs;
    private String host = "";
    private boolean isOver;

    OutbindLink(BindContext context, BindId bind, EventLoop loop, Owner owner) {
        this.context = context;
        this.bind = bind;
        this.outbind = context.bind().listening();
        this.loop = loop;
        this.owner = owner;
    }

    @Override
    public void begin() {
        ChannelFuture bound =
                new ServerBootstrap()
                        .group(loop)
                        .channel(NioServerSocketChannel.class)
                        .option(ChannelOption.SO_BACKLOG, MOST_GUESTS)
                        .childOption(ChannelOption.TCP_NODELAY, true)
                        .childOption(ChannelOption.SO_KEEPALIVE, true)
                        .childOption(ChannelOption.SO_SNDBUF, Connector.SEND_BUFFER_OCTETS)
                        .childHandler(
                                new ChannelInitializer<>() {
                                    @Override
                                    protected void initChannel(Channel channel) {
                                        greet(new OutbindGuest(channel, OutbindLink.this));
                                    }
                                })
                        .bind(outbind.address(), outbind.port());
        listener = bound.channel();
        var _ = bound.addListener(done -> listening(done.isSuccess()));
    }

    private void listening(boolean succeeded) {
        if (isOver) {
            return;
        }
        if (succeeded) {
            owner.entered(BindState.LISTENING);
        } else {
            String place = outbind.address() + ":" + outbind.port();
            ended(Session.End.ofAttempt(EndReason.LISTEN_FAILED, place));
        }
    }

    private void greet(OutbindGuest guest) {
        guests.add(guest);
        guest.join(context.timers().bindResponse());
        if (isOver || legs != null) {
            guest.refuse(EndReason.OUTBIND_REFUSED, "there is a session");
        } else if (guests.size() > MOST_GUESTS) {
            guest.refuse(EndReason.OUTBIND_REFUSED, "too many at once");
        }
    }

    @Override
    public void heard(OutbindGuest guest, Outbind said) {
        var admission = new CompletableFuture<Admission>();
        Thread thread =
                Thread.ofVirtual()
                        .name("smpp-outbind-" + context.bind().name())
                        .start(() -> admission.complete(judge(said)));
        var _ =
                admission
                        .completeOnTimeout(
                                new Admission.Refused(
                                        EndReason.PASSWORD_UNREADABLE, "the file does not answer"),
                                context.timers().connect().toNanos(),
                                TimeUnit.NANOSECONDS)
                        .whenComplete((_, _) -> thread.interrupt())
                        .thenAcceptAsync(judged -> decide(guest, judged), loop);
    }

    // Blocks.
    private Admission judge(Outbind said) {
        BindSettings settings = context.bind();
        String systemId = outbind.systemId() == null ? settings.systemId() : outbind.systemId();
        try {
            String password = PasswordFile.read(settings.passwordFile());
            String expected =
                    outbind.passwordFile() == null
                            ? password
                            : PasswordFile.read(outbind.passwordFile());
            return said.says(systemId, expected)
                    ? new Admission.Granted(new BindRequest(settings, Role.RECEIVER, password))
                    : new Admission.Refused(
                            EndReason.OUTBIND_REFUSED, "not the system_id and password expected");
        } catch (DialingException e) {
            Dialing.Failed failed = e.failed();
            return new Admission.Refused(failed.reason(), failed.detail());
        }
    }

    private void decide(OutbindGuest guest, Admission admission) {
        switch (admission) {
            case Admission.Refused refused -> guest.refuse(refused.reason(), refused.detail());
            case Admission.Granted granted -> {
                if (isOver || legs != null) {
                    guest.refuse(EndReason.OUTBIND_REFUSED, "there is a session");
                } else if (guests.remove(guest)) {
                    admit(guest, granted.request());
                }
            }
        }
    }

    private void admit(OutbindGuest guest, BindRequest request) {
        host = guest.address();
        legs =
                new Legs(
                        context,
                        this,
                        (_, leg) -> {
                            Call call = new Call(context.newOrigin(bind), null, request);
                            Session session = new Session(context, guest.channel(), call, leg);
                            leg.begun(session);
                            guest.makeRoomFor(session);
                            session.stands();
                        });
        legs.begin();
        for (OutbindGuest other : List.copyOf(guests)) {
            other.refuse(EndReason.OUTBIND_REFUSED, "there is a session");
        }
    }

    @Override
    public void refused(OutbindGuest guest, EndReason reason, String detail) {
        context.countEnd(reason);
        context.log().turnedAway(guest.address(), reason, detail);
    }

    @Override
    public void gone(OutbindGuest guest) {
        guests.remove(guest);
    }

    @Override
    public void leave(EndReason reason) {
        if (legs != null) {
            legs.leave(reason);
        } else if (!isOver) {
            ended(Session.End.ofAttempt(reason, ""));
        }
    }

    @Override
    public void entered(BindState state) {
        owner.entered(state);
    }

    // The port must be free before the bind may listen on it again.
    @Override
    public void ended(Session.End end) {
        isOver = true;
        for (OutbindGuest guest : List.copyOf(guests)) {
            guest.refuse(EndReason.OUTBIND_REFUSED, "nobody listens any more");
        }
        if (listener == null) {
            owner.ended(end);
        } else {
            var _ = listener.close().addListener(_ -> told(end));
        }
    }

    // Java closes a socket once its selector has let go of it, and that is in the next turn.
    private void told(Session.End end) {
        var _ = loop.schedule(() -> owner.ended(end), 1, TimeUnit.MILLISECONDS);
    }

    @Override
    public String host() {
        return host;
    }
}
