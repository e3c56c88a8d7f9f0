#!/usr/bin/perl
# A carrier made with Debian's Net::SMPP, which listens with new_listen. It sends data_coding 0 as
# packed septets.
#
#   perl net-smpp.pl PORT NUMBER FOLDER
#
# Writes FOLDER/net-smpp.sent (what must arrive) and FOLDER/net-smpp.facts (PASS and FAIL lines), then
# serves on until it is ended.
use strict;
use warnings;
use Encode qw(encode decode);
use JSON::PP;
use Net::SMPP;

my ($port, $number, $folder) = @ARGV;
my $name = 'net-smpp';
my $json = JSON::PP->new->ascii;
$| = 1;

sub append {
    my ($file, $line) = @_;
    open my $out, '>>', "$folder/$file" or die "$file: $!";
    print $out "$line\n";
    close $out;
}

sub note {
    my ($holds, $fact, $why) = @_;
    append("$name.facts", $holds ? "PASS  $name: $fact" : "FAIL  $name: $fact, $why");
}

sub sent { append("$name.sent", $json->encode({ fact => $_[0], content => $_[1] })); }

# Reads until an answer comes; answers enquire_link meanwhile.
sub answer {
    my ($carrier, $command, $sequence) = @_;
    my $pdu = $carrier->wait_pdu($command | 0x80000000, $sequence) or die "no answer\n";
    return $pdu;
}

sub deliver {
    my ($carrier, $fact, $content, %fields) = @_;
    my $what = delete $fields{as} // 'deliver_sm';
    my $sequence = $carrier->$what(
        source_addr_ton => 3, source_addr_npi => 1, source_addr => '70707',
        dest_addr_ton => 1, dest_addr_npi => 1, destination_addr => $number,
        async => 1, %fields);
    my $pdu = answer($carrier, $what eq 'data_sm' ? 0x103 : 0x05, $sequence);
    return note(0, $fact, "answered with status $pdu->{status}") if $pdu->{status} != 0;
    if (defined $content) { sent($fact, $content) } else { note(1, $fact) }
}

sub long {
    my ($carrier, $fact, $content, @parts) = @_;
    for my $i (0 .. $#parts) {
        my $header = pack 'C*', 6, 8, 4, 0x9c, 0x40, scalar @parts, $i + 1;
        my $last = $i == $#parts;
        my $sequence = $carrier->deliver_sm(
            source_addr_ton => 5, source_addr_npi => 0, source_addr => 'Acme',
            dest_addr_ton => 1, dest_addr_npi => 1, destination_addr => $number, async => 1,
            esm_class => 0x40, data_coding => 8, short_message => $header . $parts[$i]);
        my $pdu = answer($carrier, 0x05, $sequence);
        return note(0, $fact, "answered with status $pdu->{status}") if $pdu->{status} != 0;
    }
    sent($fact, $content);
}

sub facts {
    my ($carrier) = @_;
    my $packed = 'Packed into septets: code 318204';
    deliver($carrier, 'packed GSM 7-bit under data_coding 0', $packed,
        data_coding => 0, short_message => Net::SMPP::pack_7bit($packed));
    my $ascii = 'ASCII under data_coding 1: [code] 510992';
    deliver($carrier, 'ASCII', $ascii, data_coding => 1, short_message => $ascii);
    my $latin = "Latin-1: Schl\x{fc}ssel 660218 \x{fe}";
    deliver($carrier, 'Latin-1', $latin,
        data_coding => 3, short_message => encode('iso-8859-1', $latin));
    my $greek = "\x{39a}\x{3c9}\x{3b4}\x{3b9}\x{3ba}\x{3cc}\x{3c2} 204771";
    deliver($carrier, 'UCS-2', $greek,
        data_coding => 8, short_message => encode('UTF-16BE', $greek));
    my $payload = 'By message_payload: ' . 'a long text ' x 60 . 'code 418330';
    deliver($carrier, 'message_payload', $payload,
        data_coding => 3, short_message => '', message_payload => $payload);
    my $data = 'By data_sm: code 930554';
    deliver($carrier, 'data_sm', $data,
        as => 'data_sm', data_coding => 3, message_payload => $data);
    my $vendor = 'With a TLV of a vendor: code 226019';
    deliver($carrier, 'a vendor TLV', $vendor, data_coding => 3, short_message => $vendor, 5123 => 42);
    my $cyrillic = "\x{43a}\x{43e}\x{434} " x 40 . '775310';
    my $octets = encode('UTF-16BE', $cyrillic);
    long($carrier, 'two parts by UDH with 16-bit reference', $cyrillic,
        unpack '(a134)*', $octets);
    deliver($carrier, 'a delivery receipt is acknowledged and not shown', undef,
        esm_class => 4, data_coding => 3,
        short_message => 'id:99 sub:001 dlvrd:001 submit date:2601010000 done date:2601010001'
            . ' stat:DELIVRD err:000 text:');
    my $empty = 'From nobody: code 150938';
    deliver($carrier, 'an empty source address', $empty,
        source_addr_ton => 0, source_addr_npi => 0, source_addr => '',
        data_coding => 3, short_message => $empty);
}

sub links {
    my ($carrier) = @_;
    my $answer = answer($carrier, 0x15, $carrier->enquire_link(async => 1));
    note(1, 'enquire_link is answered');
    my $end = time + 15;
    while (time < $end) {
        my $pdu = $carrier->read_pdu() or last;
        if ($pdu->{cmd} == 0x15) {
            $carrier->enquire_link_resp(seq => $pdu->{seq});
            return note(1, 'the gateway sends enquire_link by itself');
        }
    }
    note(0, 'the gateway sends enquire_link by itself', 'none in 15 s');
}

sub serve {
    my ($carrier, $first) = @_;
    while (my $pdu = $carrier->read_pdu()) {
        if ($pdu->{cmd} == 0x01) {
            $carrier->set_version(0x34);
            $carrier->bind_receiver_resp(system_id => 'net-smpp', seq => $pdu->{seq});
            return unless $first;
            note($pdu->{system_id} eq 'inlet' && $pdu->{password} eq 'interop',
                'it binds as receiver with its account', 'it does not');
            facts($carrier);
            links($carrier);
            answer($carrier, 0x06, $carrier->unbind(async => 1));
            note(1, 'unbind is answered');
            close $carrier;
            return;
        }
        $carrier->enquire_link_resp(seq => $pdu->{seq}) if $pdu->{cmd} == 0x15;
        $carrier->unbind_resp(seq => $pdu->{seq}) if $pdu->{cmd} == 0x06;
    }
}

sub finish { append("$name.done", 'done') }

my $listener = Net::SMPP->new_listen('127.0.0.1', port => $port, smpp_version => 0x34)
    or die "cannot listen: $!";
print "listening\n";
my $connections = 0;
while (1) {
    my $carrier = $listener->accept or next;
    $connections++;
    if ($connections == 1) {
        eval { serve($carrier, 1); 1 } or do {
            note(0, 'its part is gone through to the end', $@ =~ s/\n//r);
            finish();
        };
    } else {
        serve($carrier, 0);
        note(1, 'the gateway binds again after unbind') if $connections == 2;
        finish() if $connections == 2;
        serve($carrier, 0);
    }
}
