<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>messages</name>
    <message numerus="yes">
        <source>%n set aside</source>
        <translation>
            <numerusform>%n set aside</numerusform>
            <numerusform>%n set aside</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Hand over %n item(s)</source>
        <translation>
            <numerusform>Hand over %n item</numerusform>
            <numerusform>Hand over %n items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) handed over</source>
        <translation>
            <numerusform>%n item handed over</numerusform>
            <numerusform>%n items handed over</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) to tick</source>
        <translation>
            <numerusform>%n item to tick</numerusform>
            <numerusform>%n items to tick</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) stay(s) here</source>
        <translation>
            <numerusform>%n item stays here</numerusform>
            <numerusform>%n items stay here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s)</source>
        <translation>
            <numerusform>%n order</numerusform>
            <numerusform>%n orders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n parcel(s)</source>
        <translation>
            <numerusform>%n parcel</numerusform>
            <numerusform>%n parcels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In %n open order(s) here</source>
        <translation>
            <numerusform>In %n open order here</numerusform>
            <numerusform>In %n open orders here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This member has %n open order(s) here</source>
        <translation>
            <numerusform>This member has %n open order here</numerusform>
            <numerusform>This member has %n open orders here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n branch(es) without stock hidden</source>
        <translation>
            <numerusform>%n branch without stock hidden</numerusform>
            <numerusform>%n branches without stock hidden</numerusform>
        </translation>
    </message>
</context>
</TS>
